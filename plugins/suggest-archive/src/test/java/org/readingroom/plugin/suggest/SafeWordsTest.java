package org.readingroom.plugin.suggest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.readingroom.report.model.ReportLanguage;

class SafeWordsTest {
    private static final SafeWords CHINESE =
            new SafeWords(List.of("张一帆", "Zhang", "P20260077", "李审核"), ReportLanguage.CHINESE);
    private static final SafeWords ENGLISH = new SafeWords(List.of("Smith", "Ng"), ReportLanguage.ENGLISH);

    // [utest->req~plugin.suggest-archive.safe~1]
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            右肺上叶结节，长径约8.3 mm。            | 右肺上叶结节，长径约【数值】 mm。
            1.右肺上叶结节，约12×8mm              | 右肺上叶结节，约【数值】×【数值】mm。
            与2026-03-05旧片比较，未见明显变化。    | 与【日期】旧片比较，未见明显变化。
            对比2025年12月3日CT，结节增大。         | 对比【日期】CT，结节增大。
            张一帆（P20260077）肝内见三枚囊肿。      | 【姓名】（【姓名】）肝内见【数值】枚囊肿。
            结节2：右肺上叶见实性结节。              | 右肺上叶见实性结节。
            病灶 1: 右乳外上象限见肿块。             | 右乳外上象限见肿块。
            2. 肿块３：边界清楚。                   | 边界清楚。
            结节3枚：右肺为主。                    | 结节【数值】枚：右肺为主。
            S5：动脉期见强化。                     | S【数值】：动脉期见强化。
            L4/5椎间盘突出。                      | L【数值】/【数值】椎间盘突出。
            T1WI呈低信号，T2WI呈高信号。            | T1WI呈低信号，T2WI呈高信号。
            病灶呈长T1、长T2信号。                 | 病灶呈长T1、长T2信号。
            T12椎体压缩性骨折。                   | T【数值】椎体压缩性骨折。
            Lung-RADS 4B类。                     | Lung-RADS 【数值】B类。
            长径【长径】mm。                      | 长径【长径】mm。
            纤维化Ⅲ级，前列腺II度增生。             | 纤维化【数值】级，前列腺【数值】度增生。
            """)
    void datesNumbersAndNamesBecomeBlanks(String written, String safe) {
        assertEquals(Optional.of(safe), CHINESE.of(written));
    }

    // [utest->req~plugin.suggest-archive.safe~1]
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mr Smith has two nodules.                          |
            Nodule of 8.3 mm, compared with 5 March 2026.       | Nodule of 【number】 mm, compared with 【date】.
            Compared with 03/05/2026 the nodules are stable     | Compared with 【date】 the nodules are stable.
            Nodule 2: Solid nodule in the right upper lobe.     | Solid nodule in the right upper lobe.
            Observation 12: Arterial enhancement.              | Arterial enhancement.
            Segment 5: Arterial enhancement.                   | Segment 【number】: Arterial enhancement.
            Smith: three liver cysts.                          | 【name】: 【number】 liver cysts.
            Ongoing change along the lung base.                | Ongoing change along the lung base.
            Discussed with Dr. Jones.                          |
            Stage IV disease.                                  | Stage 【number】 disease.
            T2 hyperintense lesion at L3.                      | T2 hyperintense lesion at L【number】.
            """)
    void theSameInEnglish(String written, String safe) {
        assertEquals(Optional.ofNullable(safe), ENGLISH.of(written));
    }

    // [utest->req~plugin.suggest-archive.safe~1]
    @Test
    void aNumberInBracketsIsNobodyElses() {
        assertEquals(
                Optional.of("Nodule in the right upper lobe 【number】."),
                ENGLISH.of("Nodule in the right upper lobe [8.3 mm]."));
        assertEquals(
                Optional.of("Nodule 【number】 in the [lobe]."), ENGLISH.of("Nodule [series 4 image 52] in the [lobe]."));
        assertEquals(Optional.of("右肺上叶见结节【数值】。"), CHINESE.of("右肺上叶见结节【8.3mm】。"));
    }

    // [utest->req~plugin.suggest-archive.safe~1]
    @Test
    void whatNamesSomebodyOrHelpsNobodyIsLeftOut() {
        assertEquals(Optional.empty(), CHINESE.of("请与王医生联系。"));
        assertEquals(Optional.empty(), CHINESE.of("外院（协和医院）CT示结节。"));
        assertEquals(Optional.empty(), CHINESE.of("8.3 mm"));
        assertEquals(Optional.empty(), CHINESE.of("【诊断意见】。"));
        assertEquals(Optional.empty(), ENGLISH.of("[impression]."));
        assertEquals(Optional.empty(), CHINESE.of(" "));
        assertEquals(Optional.empty(), CHINESE.of("结节".repeat(100)));
    }
}
