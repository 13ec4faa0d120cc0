using HighLight.Interactive;
using HighLight.Interactive.Directives;

[assembly: CellDirectiveSource(typeof(HighLightDirective))]
