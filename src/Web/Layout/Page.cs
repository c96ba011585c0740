using Microsoft.AspNetCore.Components;

namespace PianoZona.Web.Layout;

/// <summary>A component that shows a view below the heading of the page.</summary>
/// <typeparam name="TView">What it shows.</typeparam>
public abstract class Page<TView> : ComponentBase
    where TView : PageView
{
    /// <summary>What is shown.</summary>
    [Parameter, EditorRequired]
    public required TView View { get; set; }
}
