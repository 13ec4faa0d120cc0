using HighLight.Commands.Protocol;

namespace HighLight.Commands.Hosting;

/// <summary>Shows how a batch of notebooks comes along. Notebooks are known by their index in the batch; calls come from any thread.</summary>
internal interface IBatchDisplay
{
    /// <summary>A notebook is about to be started.</summary>
    void Started(int index);

    /// <summary>A notebook's host reported something.</summary>
    void Reported(int index, HostEvent hostEvent);

    /// <summary>A notebook came to its end.</summary>
    void Finished(int index, NotebookResult result);

    /// <summary>Keeps the display up to date until <paramref name="work"/> has ended, however it ended.</summary>
    Task ShowAsync(Task work);
}
