package org.readingroom.report.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Words that are right and look like slips: a mend by one key would make a wrong report of them.
// [utest->req~report.check.spelling~1]
class SpellingTest {
    private final Spelling spelling = Spelling.shipped();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "右股骨颈骨折。",
                "淋巴结结构消失。",
                "瘘口位于截石位3点。",
                "延髓锥体未见异常信号，锥体束走行正常。",
                "囊肿合并变性，合并灶性坏死。",
                "椎间盘自椎间孔突出。",
                "纵隔受压，推移为主。",
                "肿块周边介入治疗后改变。",
                "水肿张力增高。",
                "右髋骨置换术后。",
                "校正长径约8 mm，图像见下页。",
                "无重大疾病史。",
                "The vertebrae and ligamenta flava are normal; the median nerve at the ankle is normal.",
                "The cardia and the mucosa are normal; color flow is displayed after injection.",
                "Acalculous gallbladder, no calculous disease, no stenoses; a single finding."
            })
    void aRightWordIsNoSlip(String words) {
        assertEquals(List.of(), spelling.slips(words));
    }

    @Test
    void theSlipsThatAreMeantAreStillFound() {
        assertEquals(
                List.of("椎体压缩", "圆形", "纵隔"),
                spelling.slips("腰1锥体压缩，园形，纵膈。").stream()
                        .map(SpellingCheck.Slip::right)
                        .toList());
        assertEquals(
                List.of("effusion"),
                spelling.slips("Pleural efusion.").stream()
                        .map(SpellingCheck.Slip::right)
                        .toList());
    }
}
