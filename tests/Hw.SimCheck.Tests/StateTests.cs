using Hw.Bits;
using Hw.Hdl;
using Hw.SimCheck.Graphs;

namespace Hw.SimCheck.Tests;

/// <summary>States that runs begin with are legal, and the interpreter takes and gives them by element.</summary>
public class StateTests
{
    [Fact]
    public void Every_first_value_is_within_its_range_element_by_element()
    {
        foreach (var number in Enumerable.Range(1, 60))
        {
            var view = new View(Graph.Of((ulong)number).Design);
            var stimulus = Stimulus.Begin(view, new((ulong)number));
            foreach (var (i, element) in view.State.Concat(view.Memories))
                foreach (var value in stimulus.State[i])
                    if (!element.Shape.IsRow) Assert.True(element.Shape.Element.Contains(value), $"{element}: {value}");
                    else
                        for (var k = 0; k < element.Shape.Count; k++)
                            Assert.True(element.Shape.Element.Contains(element.Shape.Element.Full.Wrap(value >> (k * element.Shape.Element.Width))), $"{element}, element {k}");
        }
    }

    [Fact]
    public void The_interpreter_gives_back_what_it_was_given()
    {
        var view = new View(Graph.Of(2).Design);
        var (interpreter, stimulus) = (new Interpreter(view.Design), Stimulus.Begin(view, new(5)));
        foreach (var (i, e) in view.State) interpreter[e] = stimulus.State[i][0];
        foreach (var (i, m) in view.Memories) for (var a = 0; a < m.Depth; a++) interpreter[m, a] = stimulus.State[i][a];
        Assert.All(view.State, s => Assert.Equal(stimulus.State[s.Index][0], interpreter[s.Element]));
        Assert.All(view.Memories, m => Assert.Equal(stimulus.State[m.Index], Enumerable.Range(0, m.Element.Depth).Select(a => interpreter[m.Element, a])));
    }

    [Fact]
    public void State_of_another_design_is_refused()
    {
        var interpreter = new Interpreter(Graph.Of(3).Design);
        var stranger = StateMap.Of(Graph.Of(2).Design)[^1];
        Assert.Contains($"has no `{stranger}`", Assert.Throws<BitsException>(() => interpreter[stranger]).Message);
    }

    [Fact]
    public void A_difference_names_the_field_it_is_in()
    {
        var view = new View(Graph.Of(2).Design);
        foreach (var field in view.Fields)
        {
            var (a, b) = (new uint[view.Words], new uint[view.Words]);
            b[field.Word + View.WordsOf(field.Width) - 1] ^= 1;
            Assert.Equal(field, view.Difference(a, b));
        }
        Assert.Null(view.Difference(new uint[view.Words], new uint[view.Words]));
    }
}
