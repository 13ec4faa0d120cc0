using System.Net;

namespace HighLight.Notebooks.Html;

/// <summary>
/// Closes a fragment of HTML off from the page that it is put into: whatever it leaves open ends with it, and it ends nothing that it has
/// not begun. HTML that is well formed stays as it is; where it cannot be told what a browser would make of it, its text is shown.
/// </summary>
internal sealed class ClosedHtml
{
    /// <summary>Browsers treat deeper elements in ways of their own.</summary>
    private const int DeepestNesting = 500;

    private readonly string _html;
    private readonly HtmlEdits _edits;
    private readonly OpenElements _open;
    private bool _isUnclear;

    private ClosedHtml(string html)
    {
        _html = html;
        _edits = new HtmlEdits(html);
        _open = new OpenElements(_edits.Result);
    }

    /// <summary>The fragment, closed off.</summary>
    public static string Close(string html) => new ClosedHtml(html).Close() ?? $"<pre>{WebUtility.HtmlEncode(html)}</pre>";

    private string? Close()
    {
        for (int i = Next(0); i < _html.Length && !_isUnclear; i = Next(i))
        {
            i = ReadMarkup(i);
        }

        if (_isUnclear)
        {
            return null;
        }

        _edits.Copy(_html.Length);
        _open.EndAll();
        return _edits.Result.ToString();
    }

    private int Next(int from) => from < _html.Length && _html.IndexOf('<', from) is >= 0 and var found ? found : _html.Length;

    /// <summary>Reads what begins at a '&lt;'; returns where text goes on.</summary>
    private int ReadMarkup(int start) => (start + 1 < _html.Length ? _html[start + 1] : ' ') switch
    {
        var letter when char.IsAsciiLetter(letter) => ReadStartTag(start),
        '/' => ReadEndTag(start),
        '!' or '?' => ReadComment(start),
        _ => start + 1,
    };

    private int ReadComment(int start)
    {
        if (HtmlTextEnd.IsAt(_html, start, "<![CDATA["))
        {
            int? end = HtmlTextEnd.OfCharacterData(_html, start);
            _isUnclear |= end is null;
            return end ?? _html.Length;
        }

        return HtmlTextEnd.OfComment(_html, start) ?? EndAfter(HtmlTextEnd.IsAt(_html, start, "<!--") ? "-->" : ">");
    }

    private int ReadStartTag(int start)
    {
        var tag = new HtmlTagScanner(_html, start);
        bool isFont = false;
        bool isShadow = false;
        int attributesEnd = tag.Position;
        while (tag.Next() is { } attribute)
        {
            isFont |= tag.Name is "font" && attribute.Name is "color" or "face" or "size";
            isShadow |= tag.Name is "template" && attribute.Name is "shadowrootmode";
            attributesEnd = tag.Position;
        }

        if (tag.Position >= _html.Length)
        {
            return ShowRest(start);
        }

        int end = tag.Position + 1;
        bool selfClosing = end - 2 >= attributesEnd && _html[end - 2] == '/';
        if (_open.Innermost.HasForeignContent && (isFont || HtmlElements.Breakout.Contains(tag.Name)))
        {
            _edits.Copy(start);
            _open.EndForeign();
        }

        string? root = _open.Innermost.HasForeignContent ? _open.Innermost.Root
            : tag.Name is HtmlElements.Svg or HtmlElements.Math ? tag.Name
            : null;
        _isUnclear |= isShadow || (root is not null && (_open.Has("select") || _open.Innermost.Name is "annotation-xml"));
        if (root is null)
        {
            return ReadHtmlTag(tag.Name, start, end);
        }

        if (!selfClosing)
        {
            Begin(tag.Name, root);
        }

        return end;
    }

    private int ReadHtmlTag(string name, int start, int end)
    {
        _isUnclear |= _open.IsUnclearBefore(name);
        if (HtmlElements.OfPage.Contains(name))
        {
            _edits.Replace(start + 1, start + 1 + name.Length, "wbr");
            return end;
        }

        if (HtmlElements.Raw.Contains(name))
        {
            return ReadText(name, end);
        }

        _open.EndBefore(name);
        if (!HtmlElements.Void.Contains(name))
        {
            Begin(name, root: null);
        }

        return end;
    }

    private int ReadText(string name, int start)
    {
        if (HtmlTextEnd.OfElement(_html, start, name) is not { } end)
        {
            // A script may hold marks that let it go on after its end tag.
            _isUnclear |= name is "script" or "noscript";
            return EndAfter($"</{name}>");
        }

        // Without scripting "noscript" is an element like others.
        int? after = new HtmlTagScanner(_html, end + 1).ReadToEnd();
        string content = name is "noscript" ? _html[start..end] : "";
        _isUnclear |= after is null || !string.Equals(Close(content), content, StringComparison.Ordinal);
        return after ?? _html.Length;
    }

    private int ReadEndTag(int start)
    {
        char next = start + 2 < _html.Length ? _html[start + 2] : '\0';
        if (!char.IsAsciiLetter(next))
        {
            return next == '\0' && start + 2 >= _html.Length ? ShowRest(start)
                : next == '>' ? start + 3
                : HtmlTextEnd.OfComment(_html, start) ?? EndAfter(">");
        }

        var tag = new HtmlTagScanner(_html, start + 1);
        if (tag.ReadToEnd() is not { } end)
        {
            return ShowRest(start);
        }

        if (_open.Has(tag.Name))
        {
            _edits.Copy(start);
            _open.EndAllIn(tag.Name);
        }
        else if (tag.Name is not ("br" or "p") || _open.Innermost.HasForeignContent)
        {
            _edits.Replace(start, end, "");
        }

        return end;
    }

    private void Begin(string name, string? root)
    {
        _isUnclear |= _open.Count >= DeepestNesting;
        _open.Begin(name, root);
    }

    private int EndAfter(string end)
    {
        _edits.Replace(_html.Length, _html.Length, end);
        return _html.Length;
    }

    // A tag that does not end.
    private int ShowRest(int start)
    {
        _edits.Replace(start, _html.Length, WebUtility.HtmlEncode(_html[start..]));
        return _html.Length;
    }
}
