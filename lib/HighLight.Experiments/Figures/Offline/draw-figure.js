// Draws one figure in each of its places as soon as plotly.js is there; after a while says what is missing, and still waits.
(function () {
  var id = "__ID__", figure = __FIGURE__, config = __CONFIG__, tries = 100;
  function places() { return document.querySelectorAll('[data-highlight-figure="' + id + '"]'); }
  function draw(plotly) {
    places().forEach(function (place) {
      if (place.dataset.drawn) { return; }
      place.dataset.drawn = "true";
      place.replaceChildren();
      plotly.newPlot(place, JSON.parse(JSON.stringify(figure.data)), JSON.parse(JSON.stringify(figure.layout)), config);
    });
  }
  function missing() {
    places().forEach(function (place) {
      var note = place.querySelector(".highlight-note");
      if (note) { note.textContent = "plotly.js is not loaded: run the notebook's first cell, which shows HighLightNotebook.Setup."; }
    });
  }
  function attempt() {
    var plotly = window.HighLightPlotly || window.Plotly;
    if (plotly) { draw(plotly); return; }
    if (tries-- > 0) { setTimeout(attempt, 100); } else { missing(); }
  }
  window.addEventListener("highlight-plotly", function () { draw(window.HighLightPlotly); });
  attempt();
})();
