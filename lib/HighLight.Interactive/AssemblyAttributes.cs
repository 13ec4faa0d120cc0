using HighLight.Interactive;
using HighLight.Interactive.Directives;
using HighLight.Interactive.Display;

[assembly: CellDirectiveSource(typeof(HighLightDirective))]
[assembly: TypeFormatterSource(typeof(ForeignTypeFormatterSource))]
