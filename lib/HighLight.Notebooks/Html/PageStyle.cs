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
        .markdown :is(pre, table, blockquote) { margin: 0 0 1rem; }
        .markdown blockquote { padding-left: 1rem; border-left: 4px solid #d0d7de; color: #57606a; }
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
        .note { margin: 0 0 1rem; padding: .4rem .8rem; background: #fff8e5; border-left: 4px solid #bf8700; font-size: 14px; }
        .tb { font-weight: bold; } .ti { font-style: italic; } .tu { text-decoration: underline; } .ts { text-decoration: line-through; }
        .tv { background: #1f2328; color: #fff; }
        .f0 { color: #1f2328; } .f1 { color: #b3261e; } .f2 { color: #116329; } .f3 { color: #7d4e00; }
        .f4 { color: #0550ae; } .f5 { color: #8250df; } .f6 { color: #1b7c83; } .f7 { color: #6e7781; }
        .f8 { color: #57606a; } .f9 { color: #cf222e; } .f10 { color: #1a7f37; } .f11 { color: #9a6700; }
        .f12 { color: #0969da; } .f13 { color: #a475f9; } .f14 { color: #3192aa; } .f15 { color: #8c959f; }
        .g0 { background: #24292f; color: #fff; } .g1 { background: #ffc1ba; } .g2 { background: #aceebb; } .g3 { background: #fae17d; }
        .g4 { background: #b6e3ff; } .g5 { background: #ecd8ff; } .g6 { background: #b3f0ee; } .g7 { background: #eaeef2; }
        .g8 { background: #afb8c1; } .g9 { background: #ffd7d3; } .g10 { background: #dafbe1; } .g11 { background: #fff3b0; }
        .g12 { background: #ddf4ff; } .g13 { background: #f5eaff; } .g14 { background: #d9f7f5; } .g15 { background: #f6f8fa; }
        .k { color: #0550ae; } .s { color: #0a7b34; } .n { color: #953800; } .c { color: #6e7781; font-style: italic; }
        table { border-collapse: collapse; font-size: 14px; }
        th, td { padding: .25rem .7rem; border-bottom: 1px solid #d8dee4; }
        thead th { border-bottom: 2px solid #8c959f; }
        tbody tr:nth-child(even) { background: #f6f8fa; }

        """;
}
