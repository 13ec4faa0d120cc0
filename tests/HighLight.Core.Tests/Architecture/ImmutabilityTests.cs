using System.Reflection;
using System.Runtime.CompilerServices;
using HighLight.Sparsity;

namespace HighLight.Architecture;

/// <summary>Every public type of HighLight.Core is an immutable value: no settable member, no static that changes.</summary>
[TestFixture]
public sealed class ImmutabilityTests
{
    private static IEnumerable<Type> PublicTypes => typeof(HssPattern).Assembly.GetExportedTypes().Where(t => !t.IsEnum && !typeof(Exception).IsAssignableFrom(t));

    [TestCaseSource(nameof(PublicTypes))]
    public void PublicType_OfCore_HasNoSettableProperty(Type type) => Assert.That(
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(p => p.SetMethod is { IsPublic: true } set && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit))),
        Is.Empty);

    [TestCaseSource(nameof(PublicTypes))]
    public void PublicType_OfCore_HasNoMutableField(Type type) => Assert.That(
        type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(f => f is { IsInitOnly: false, IsLiteral: false })
            .Concat(type.GetFields(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(f => !f.IsInitOnly)),
        Is.Empty);

    [TestCaseSource(nameof(PublicTypes))]
    public void PublicType_OfCore_IsSealedOrAbstract(Type type) => Assert.That(type.IsSealed || type.IsAbstract, Is.True);
}
