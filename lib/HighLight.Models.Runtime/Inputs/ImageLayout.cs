using System.Collections.Immutable;

namespace HighLight.Models.Runtime.Inputs;

/// <summary>How a tensor of four dimensions holds images.</summary>
/// <param name="Images">Images of the batch.</param>
/// <param name="Channels">1 (grey), 3 (colours) or 4 (colours and alpha).</param>
/// <param name="Height">Rows of pixels.</param>
/// <param name="Width">Columns of pixels.</param>
/// <param name="ChannelsFirst">Whether channels are the second dimension; otherwise they are the last.</param>
internal sealed record ImageLayout(int Images, int Channels, int Height, int Width, bool ChannelsFirst)
{
    private const int Colours = 3;

    /// <summary>The layout of a shape; null when it holds no images.</summary>
    public static ImageLayout? Of(ImmutableArray<int> shape) => shape.AsSpan() switch
    {
        [var images, 1 or 3 or 4, var height, var width] => new(images, shape[1], height, width, true),
        [var images, var height, var width, 1 or 3 or 4] => new(images, shape[3], height, width, false),
        _ => null,
    };

    /// <summary>Writes one image.</summary>
    /// <param name="scene">Colours, height × width × 3.</param>
    /// <param name="scale">Makes a pixel of a colour.</param>
    /// <param name="values">The tensor.</param>
    /// <param name="image">Which image of the batch.</param>
    public void Write(ReadOnlySpan<float> scene, Func<float, float> scale, Span<float> values, int image)
    {
        for (var pixel = 0; pixel < Height * Width; pixel++)
        {
            var colours = scene.Slice(pixel * Colours, Colours);
            for (var channel = 0; channel < Channels; channel++)
            {
                var at = ChannelsFirst ? (((image * Channels) + channel) * Height * Width) + pixel : (((image * Height * Width) + pixel) * Channels) + channel;
                values[at] = channel == Colours ? 1 : scale(Channels == 1 ? (colours[0] + colours[1] + colours[2]) / Colours : colours[channel]);
            }
        }
    }
}
