namespace HighLight.Notebooks.Html;

/// <summary>The style of an exported page: light, system fonts, nothing to load.</summary>
internal static class PageStyle
{
    public const string Css = """
        body { margin: 0; background: #fff; color: #1f2328; font: 16px/1.55 system-ui, -apple-system, "Segoe UI", "DejaVu Sans", sans-serif; }
        main { max-width: 64rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
        section { margin: 0 0 1rem; }
        pre, code { font: 13px/1.5 ui-monospace, "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; }
        pre { margin: 0; padding: .6rem .8rem; overflow-x: auto; }
        .markdown :is(h1, h2, h3) { line-height: 1.25; margin: 1.5rem 0 .75rem; }
        .markdown code { background: #f2f4f6; padding: .1em .3em; border-radius: 3px; }
        .markdown pre { background: #f6f8fa; border-radius: 6px; }
        .markdown pre code { background: none; padding: 0; }
        .markdown blockquote { margin: 0; padding-left: 1rem; border-left: 4px solid #d0d7de; color: #57606a; }
        .code { position: relative; }
        .count { color: #57606a; font: 12px ui-monospace, monospace; }
        .source { background: #f6f8fa; border: 1px solid #d8dee4; border-radius: 6px; }
        .failed > .source { border-color: #cf222e; }
        .output { padding: .4rem .8rem; overflow-x: auto; }
        .output img { max-width: 100%; }
        .output > pre { padding: 0; white-space: pre-wrap; }
        .stderr { background: #fff8e5; }
        .error { background: #ffebe9; border-left: 4px solid #cf222e; color: #82071e; }
        .error > strong { display: block; }
        .k { color: #0550ae; } .s { color: #0a7b34; } .n { color: #953800; } .c { color: #6e7781; font-style: italic; }
        table { border-collapse: collapse; font-size: 14px; }
        th, td { padding: .25rem .7rem; border-bottom: 1px solid #d8dee4; }
        thead th { border-bottom: 2px solid #8c959f; }
        tbody tr:nth-child(even) { background: #f6f8fa; }

        """;
}
