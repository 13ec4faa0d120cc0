// Loads the embedded plotly.js once a page, as window.HighLightPlotly, and tells waiting figures.
(function () {
  if (window.HighLightPlotly || window.HighLightPlotlyLoading) { return; }
  window.HighLightPlotlyLoading = true;
  var bytes = Uint8Array.from(atob("__BASE64__"), function (c) { return c.charCodeAt(0); });
  var stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  new Response(stream).text().then(function (code) {
    // Notebook pages may have require.js or CommonJS globals, to which the script would hand itself over instead of to the window.
    var hidden = ["define", "exports", "module"], saved = {}, before = window.Plotly;
    hidden.forEach(function (name) { saved[name] = window[name]; window[name] = undefined; });
    try {
      var script = document.createElement("script");
      script.textContent = code;
      document.head.appendChild(script);
    } finally {
      hidden.forEach(function (name) { window[name] = saved[name]; });
    }
    window.HighLightPlotly = window.Plotly;
    if (before) { window.Plotly = before; }
    window.dispatchEvent(new Event("highlight-plotly"));
  }).finally(function () { window.HighLightPlotlyLoading = false; });
})();
