using CsCheck;
using HighLight.Hardware.Designs;
using HighLight.Simulation.Datapaths.Shared;

namespace HighLight.Simulation;

[TestFixture]
public sealed class UtilisationTests
{
    [Test]
    public void Recorder_AnyRun_KeepsSumsInNoMoreBucketsThanAsked() =>
        Gen.Select(
            Gen.Int[1, 20].Select(half => 2 * half),
            Gen.Select(Gen.Int[0, 9], Gen.Int[0, 9], Gen.Int[0, 3]).Array[0, 300]).Sample((buckets, cycles) =>
        {
            var recorder = new UtilisationRecorder(10, buckets);
            foreach (var (done, gated, idle) in cycles)
            {
                recorder.Cycle(done, gated);
                recorder.Idle(idle);
            }

            var profile = UtilisationProfile.Of(recorder);
            return profile.Buckets.Length <= buckets
                && profile.Buckets.Sum(b => b.Cycles) == recorder.Cycles && recorder.Cycles == cycles.Sum(c => 1 + c.Item3)
                && profile.Buckets.Sum(b => b.MacsDone) == cycles.Sum(c => c.Item1)
                    && profile.Buckets.Sum(b => b.MacsGated) == cycles.Sum(c => c.Item2)
                && profile.Buckets.Select((b, i) => b.FirstCycle == i * profile.CyclesPerBucket).All(inOrder => inOrder);
        });

    [Test]
    public void Profile_FullArrayThenTail_ByHand()
    {
        // 64 rows × 24 columns of K: a full step of 16 lanes for each of 4 columns, then a step with 8 lanes idle.
        var request = Simulate.Request(Accelerators.TensorCore, 64, 24, 4, null, null) with { UtilisationBuckets = 2 };
        var profile = Simulator.Run(request).Utilisation;
        Assert.That(
            (profile.CyclesPerBucket, profile.Utilisation(0), profile.Utilisation(1), profile.Gated(0)),
            Is.EqualTo((4L, 1.0, 0.5, 0.0)));
    }

    [Test]
    public void Profile_HighLight_IsFullWhateverThePattern()
    {
        foreach (var member in Simulate.HighLightFamily.Patterns())
        {
            var step = member.IsDense ? 16 : 2 * member[1].H * member[0].H;
            var profile = Simulator.Run(Simulate.Request(Accelerators.HighLight, 64, 3 * step, 40, member, null)).Utilisation;
            Assert.That(Enumerable.Range(0, profile.Buckets.Length).Select(profile.Utilisation), Is.All.EqualTo(1.0), member.ToString());
        }
    }

    [Test]
    public void Buckets_OddOrOutOfRange_AreRefused()
    {
        foreach (var buckets in new[] { -2, 0, 1, 3, 65538 })
        {
            Assert.That(
                () => Simulate.Request(Accelerators.TensorCore, 1, 1, 1, null, null) with { UtilisationBuckets = buckets },
                Throws.TypeOf<ArgumentOutOfRangeException>());
        }
    }
}
