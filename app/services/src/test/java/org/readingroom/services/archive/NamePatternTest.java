package org.readingroom.services.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.readingroom.viewer.model.PersonName;

// [utest->req~archive.match~1]
class NamePatternTest {
    @ParameterizedTest
    @CsvSource({
        "王小东, Wang^XiaoDong=王^小东, true",
        "王*, Wang^XiaoDong=王^小东, true",
        "*东, Wang^XiaoDong=王^小东, true",
        "王?东, Wang^XiaoDong=王^小东, true",
        "王, Wang^XiaoDong=王^小东, false",
        "小东王, Wang^XiaoDong=王^小东, false",
        "wang xiaodong, Wang^XiaoDong=王^小东, true",
        "'Wang, XiaoDong', Wang^XiaoDong, true",
        "wang*, WANG^XIAO DONG, true",
        "wang, Wang^XiaoDong, false",
        "ang*, Wang^XiaoDong, false",
        "a.c, abc, false",
        "müller*, Müller^Eva, true",
        "*, '', false",
        "'', '', true",
    })
    void aNameIsFoundByWhatAPersonTypes(String asked, String name, boolean isFound) {
        assertEquals(isFound, new NamePattern(asked).matches(PersonName.parse(name)));
    }

    @Test
    void anArchiveIsAskedForMoreThanIsMeant() {
        assertEquals("*王*小*东*", new NamePattern("王小东").key());
        assertEquals("*wang*xiaodong*", new NamePattern("wang xiaodong").key());
        assertEquals("*wang*", new NamePattern("wang*").key());
        assertEquals("", new NamePattern(" ").key());
    }
}
