namespace HighLight.Notebooks.Html;

/// <summary>What a page of a notebook may do that nobody vouches for: show itself.</summary>
internal static class ContentPolicy
{
    /// <summary>
    /// The first elements of the page's head: nothing loads but what the page holds, no script runs, no form is sent; nor are host names
    /// looked up before a link is followed.
    /// </summary>
    public const string Head =
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; media-src data:; font-src data:; "
        + "style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n"
        + "<meta http-equiv=\"x-dns-prefetch-control\" content=\"off\">\n";

    /// <summary>What stands at the page's top if something in it is stopped.</summary>
    public const string Note =
        "<p class=\"note\">Scripts, forms and content from the network are off on this page. "
        + "If you trust the notebook, write the page with <code>--trust</code>.</p>\n";
}
