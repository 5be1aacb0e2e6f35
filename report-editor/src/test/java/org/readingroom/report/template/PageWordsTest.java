package org.readingroom.report.template;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

// [utest->req~report.outside.page~1]
class PageWordsTest {
    @Test
    void paragraphsCellsAndLinesAreLines() {
        String page = """
                <!DOCTYPE html><html><head><title>Report 17</title><meta charset="utf-8"></head>
                <body><h2>检查所见</h2><p>右肺上叶见结节，<b>8.3</b>&nbsp;mm。</p>
                <table><tr><td>Lesion</td><td>8.3&nbsp;mm</td></tr><tr><td>Liver</td><td>&lt; 5 mm</td></tr></table>
                <ol start="2"><li>Nodule.</li><li>Cyst.</li></ol>one<br>two</body></html>""";
        assertEquals(
                Optional.of("检查所见\n右肺上叶见结节，8.3 mm。\nLesion  8.3 mm\nLiver  < 5 mm\n2. Nodule.\n3. Cyst.\none\ntwo"),
                PageWords.of(page));
    }

    @Test
    void nothingThatRunsOrComesFromElsewhereIsAWord() {
        String page = """
                <body onload="steal()">A.<script>alert('no')</script><style>p{color:red}</style>
                <iframe src="http://elsewhere/x">framed</iframe><img src="http://elsewhere/y" alt="pictured">
                <object data="z">held</object><svg><text>drawn</text></svg><noscript>otherwise</noscript>
                <template>made</template><select><option>chosen</option></select><textarea>typed</textarea>B.</body>""";
        assertEquals(Optional.of("A. B."), PageWords.of(page));
    }

    /// What was struck out is no finding, and 10³ is not 103.
    @Test
    void whatIsStruckOutOrHiddenIsNoWordAndRaisedDigitsStayRaised() {
        String page = """
                <p>No <del>large </del>nodule<s> of 8 cm</s>.<strike>x</strike>
                <span style="Text-Decoration : line-through">Metastasis.</span><span hidden>h</span>
                <span style="display : none">d</span><i style="visibility:hidden">v</i></p>
                <p>4 x 10<sup>3</sup>, 2 cm<sup>2</sup>, x<sup>th</sup>, H<sub>2</sub>O</p>""";
        assertEquals(Optional.of("No nodule.\n4 x 10³, 2 cm², x^th, H₂O"), PageWords.of(page));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<style>.old { text-decoration: line-through }</style><p class=old>Metastasis.</p>",
                "<style>@media print { .old { DISPLAY : NONE } }</style><p class=old>Metastasis.</p>",
                "<style>.a::before { content: 'no ' }</style><p class=a>metastasis.</p>",
                "<style>.a { displ\\61y:none }</style><p class=a>metastasis.</p>",
                "<link rel='Stylesheet' href='http://elsewhere/a.css'><p>Metastasis.</p>"
            })
    void aPageWhoseStyleMayHideOrAddHasNoWords(String page) {
        assertEquals(Optional.empty(), PageWords.of(page));
    }

    @Test
    void aPageWithoutEndDeepOrEmptyBreaksNothing() {
        assertEquals(Optional.empty(), PageWords.of("<div>".repeat(100_000) + "x"));
        assertEquals(Optional.of(""), PageWords.of(""));
        assertEquals(Optional.of("a < b"), PageWords.of("a &lt; b"));
    }
}
