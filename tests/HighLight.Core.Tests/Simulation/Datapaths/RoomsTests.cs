using System.Reflection;
using NetArchTest.Rules;

namespace HighLight.Simulation.Datapaths;

/// <summary>
/// The rooms of the simulators: the face calls datapaths, and no datapath knows the face, another datapath, or what it is compared with.
/// </summary>
[TestFixture]
public sealed class RoomsTests
{
    private const string Face = "HighLight.Simulation";
    private static readonly Assembly Core = typeof(Simulator).Assembly;

    [Test]
    public void Datapaths_KnowNothingOfTheFace()
    {
        var face = Core.GetTypes().Where(type => type.Namespace == Face && !type.IsNested).Select(type => type.FullName!).ToArray();
        Assert.That(face, Does.Contain(typeof(Simulator).FullName).And.Contain(typeof(Stalls).FullName));
        var result = Types.InAssembly(Core).That().ResideInNamespace($"{Face}.Datapaths").ShouldNot().HaveDependencyOnAny(face).GetResult();
        Assert.That(result.FailingTypeNames ?? [], Is.Empty);
    }

    [Test]
    public void Datapaths_KnowNothingOfTheEvaluation()
    {
        var result = Types.InAssembly(Core).That().ResideInNamespace($"{Face}.Datapaths")
            .ShouldNot().HaveDependencyOn("HighLight.Evaluation").GetResult();
        Assert.That(result.FailingTypeNames ?? [], Is.Empty);
        var compared = Types.InAssembly(Core).That().ResideInNamespace(Face).And().HaveDependencyOn("HighLight.Evaluation").GetTypes();
        Assert.That(compared.Select(type => type.Name), Does.Contain(nameof(SimulationComparison)), "the search finds such arrows");
    }
}
