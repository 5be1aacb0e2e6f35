package org.readingroom.services.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.readingroom.services.ris.Order;
import org.readingroom.services.ris.OrderPriority;
import org.readingroom.services.ris.OrderState;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.Sex;

/// A list as long as that of a large centre over years: every row an order of its own, with invented names.
final class MillionRows {
    static final int ROWS = 1_000_000;
    private static final String SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任";
    private static final String GIVEN = "伟芳娜敏静强磊军洋勇艳杰涛明超秀霞平刚桂英华红玉兰建国文志海燕春梅小东晓丽鹏飞宇轩梓涵浩然子欣怡雨佳琪绿";
    private static final String[] WHAT = {
        "胸部平扫 Chest CT", "头颅平扫 Head CT", "腰椎 Lumbar spine MR", "上腹部增强 Abdomen CT contrast", "胸部正位 Chest radiograph"
    };
    private static final String[] PART = {"CHEST", "HEAD", "LSPINE", "ABDOMEN", "CHEST"};
    private static final String[] MODALITY = {"CT", "CT", "MR", "CT", "DX"};

    private MillionRows() {}

    static List<WorklistRow> invent() {
        Random random = new Random(20260302);
        Pinyin pinyin = new Pinyin();
        List<WorklistRow> rows = new ArrayList<>(ROWS);
        for (int i = 0; i < ROWS; i++) {
            StringBuilder name = new StringBuilder();
            name.append(SURNAMES.charAt(random.nextInt(SURNAMES.length()))).append('^');
            for (int given = random.nextInt(1, 3); given > 0; given--) {
                name.append(GIVEN.charAt(random.nextInt(GIVEN.length())));
            }
            int what = random.nextInt(WHAT.length);
            Order order = new Order(
                    "t" + i,
                    "1",
                    "ServiceRequest/s" + i,
                    "ACC%08d".formatted(i * 7),
                    null,
                    new Patient(
                            new PatientId("P%07d".formatted(random.nextInt(700_000)), ""),
                            new PersonName("", name.toString(), ""),
                            LocalDate.of(1940 + random.nextInt(80), 1, 1),
                            Sex.OTHER),
                    Set.of(),
                    OrderPriority.ROUTINE,
                    MODALITY[what],
                    PART[what],
                    WHAT[what],
                    OrderState.WAITING,
                    Instant.EPOCH.plusSeconds(i),
                    null,
                    null);
            SearchText text = SearchText.of(order, pinyin);
            rows.add(new WorklistRow(null, order, text.spoken(), text.initials(), 0, text.folded()));
        }
        return rows;
    }
}
