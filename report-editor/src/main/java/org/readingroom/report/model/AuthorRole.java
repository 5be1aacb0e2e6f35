package org.readingroom.report.model;

/// What a signing person, or machine, is in the department.
public enum AuthorRole {
    /// 学生、规培、进修、助理医师
    TRAINEE,
    /// 放射科医师
    RADIOLOGIST,
    /// 高年资医师
    SENIOR,
    /// 人工智能系统
    MACHINE;

    public String messageKey() {
        return "report.role." + name().toLowerCase(java.util.Locale.ROOT);
    }
}
