package org.readingroom.report.template;

/// One of the lesions of a group.
///
/// `key` names it for as long as it is in the report; `number` is its place from 1 among the `count` there are now.
public record GroupInstance(RepeatedGroup group, int key, int number, int count) {
    /// What marks the names of the fields of every lesion but the first.
    static final char MARK = '#';

    /// The name of one of the template's own fields, or lines, in this lesion. The first one's are the template's.
    String named(String own) {
        return named(own, key);
    }

    static String named(String own, int key) {
        return key == 1 ? own : own + MARK + key;
    }

    /// The template's own name of a field; the same when it is one.
    public static String own(String field) {
        int at = mark(field);
        return at < 0 ? field : field.substring(0, at);
    }

    /// The key of the lesion whose field it is; 1 for a field of the first, or of none.
    public static int key(String field) {
        int at = mark(field);
        return at < 0 ? 1 : Integer.parseInt(field.substring(at + 1));
    }

    private static int mark(String field) {
        int at = field.lastIndexOf(MARK);
        boolean isMarked = at > 0 && field.substring(at + 1).matches("[2-9]|[1-9]\\d");
        return isMarked ? at : -1;
    }
}
