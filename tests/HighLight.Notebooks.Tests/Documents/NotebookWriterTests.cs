using System.Text;
using HighLight.Notebooks.Documents;

namespace HighLight.Notebooks.Tests.Documents;

internal sealed class NotebookWriterTests
{
    // As Jupyter's writer lays it out: json.dumps(…, ensure_ascii=False, indent=1, sort_keys=True) and a line end.
    private const string Canonical = """
        {
         "cells": [
          {
           "attachments": {
            "image.png": {
             "image/png": "AAAA"
            }
           },
           "cell_type": "markdown",
           "id": "a-1",
           "metadata": {
            "tags": [
             "x"
            ]
           },
           "source": [
            "# Größe π → 😀\n",
            "\n",
            "![](attachment:image.png)"
           ]
          },
          {
           "cell_type": "code",
           "execution_count": 1,
           "future": 1.50,
           "id": "b_2",
           "metadata": {},
           "outputs": [
            {
             "name": "stdout",
             "output_type": "stream",
             "text": [
              "\u001b[31mred\u001b[0m \"q\" \\ / \t\b\f",
              "\n"
             ]
            },
            {
             "data": {
              "application/json": {
               "a": [],
               "b": 1e5,
               "😀": {}
              },
              "image/svg+xml": [
               "<svg>\n",
               "</svg>"
              ],
              "text/plain": [
               "1"
              ]
             },
             "execution_count": 1,
             "metadata": {},
             "output_type": "execute_result"
            },
            {
             "ename": "E",
             "evalue": "line\nline",
             "output_type": "error",
             "traceback": [
              "line\nline"
             ]
            }
           ],
           "source": []
          },
          {
           "cell_type": "raw",
           "id": "c",
           "metadata": {},
           "source": []
          }
         ],
         "metadata": {
          "kernelspec": {
           "display_name": ".NET (C#)",
           "language": "C#",
           "name": ".net-csharp"
          }
         },
         "nbformat": 4,
         "nbformat_minor": 5
        }

        """;

    [Test]
    public void Write_CanonicalFile_IsReproducedByteForByte() =>
        Assert.That(Encoding.UTF8.GetString(NotebookWriter.Write(NotebookText.Read(Canonical))), Is.EqualTo(Canonical));

    [Test]
    public void Write_Names_AreSortedByCodePoint()
    {
        // By UTF-16 unit the surrogates of the emoji would come before U+FF21.
        string text = Write("""{"cells":[],"metadata":{"😀":1,"\uff21":2,"b":3,"B":4},"nbformat":4,"nbformat_minor":5}""");
        Assert.That(new[] { "\"B\"", "\"b\"", "\"\uff21\"", "\"😀\"" }.Select(name => text.IndexOf(name, StringComparison.Ordinal)), Is.Ordered.Ascending);
    }

    [TestCase("", new string[0])]
    [TestCase("a", new[] { "a" })]
    [TestCase("a\n", new[] { "a\n" })]
    [TestCase("a\r\nb\rc", new[] { "a\r\n", "b\r", "c" })]
    [TestCase("\n\n", new[] { "\n", "\n" })]
    [TestCase("a\u2028b\vc\u001cd\u0085e", new[] { "a\u2028", "b\v", "c\u001c", "d\u0085", "e" })]
    public void Split_Text_FollowsPython(string text, string[] lines) => Assert.That(TextLines.Split(text), Is.EqualTo(lines));

    [Test]
    public void Write_MissingIds_AreDerivedAndDistinct()
    {
        const string Json = """{"cells":[{"cell_type":"code","source":"x"},{"cell_type":"code","source":"x"},{"cell_type":"code","source":"y"}],"nbformat":4,"nbformat_minor":5}""";
        var ids = NotebookText.Read(Json).Cells.Select(cell => cell.Id!).ToArray();
        Assert.That(ids, Is.Unique.And.All.Match("^[0-9a-f]{8}$"));
        Assert.That(NotebookText.Read(Json).Cells.Select(cell => cell.Id), Is.EqualTo(ids));
    }

    [Test]
    public void Write_BeforeMinorFive_HasNoIds() =>
        Assert.That(Write("""{"cells":[{"cell_type":"code","source":"x"}],"nbformat":4,"nbformat_minor":4}"""), Does.Not.Contain("\"id\""));

    [Test]
    public void Cleared_ExecutedNotebook_LosesOutputsCountsAndTimes()
    {
        var document = NotebookText.Read("""
            {"cells":[{"cell_type":"code","source":"x","execution_count":3,"metadata":{"execution":{"iopub.status.busy":"2024"},"k":1},
            "outputs":[{"output_type":"stream","name":"stdout","text":"a"}]}],"nbformat":4,"nbformat_minor":5}
            """).Cleared();
        var cell = (CodeCell)document.Cells[0];
        Assert.That(cell.ExecutionCount, Is.Null);
        Assert.That(cell.Outputs, Is.Empty);
        Assert.That(cell.Metadata.GetRawText(), Is.EqualTo("""{"k":1}"""));
    }

    private static string Write(string json) => Encoding.UTF8.GetString(NotebookWriter.Write(NotebookText.Read(json)));
}
