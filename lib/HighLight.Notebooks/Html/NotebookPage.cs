using System.Text;
using HighLight.Notebooks.Documents;

namespace HighLight.Notebooks.Html;

/// <summary>A notebook as one HTML page.</summary>
public static class NotebookPage
{
    /// <summary>todo</summary>
    public static byte[] Render(NotebookDocument document, string name) => Encoding.UTF8.GetBytes(name + document.Minor);
}
