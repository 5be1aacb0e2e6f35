package org.readingroom.viewer.returned;

import java.util.List;
import java.util.Optional;
import org.readingroom.viewer.coded.CodedEntry;
import org.readingroom.viewer.sr.ContentItem;
import org.readingroom.viewer.sr.ContentValue;
import org.readingroom.viewer.sr.Relationship;

/// Content items in few words.
final class ReportItems {
    private ReportItems() {}

    static ContentItem item(
            Relationship relationship, CodedEntry name, ContentValue value, List<ContentItem> children) {
        return new ContentItem("", relationship, Optional.of(name), value, children);
    }

    static ContentItem container(
            Relationship relationship, CodedEntry name, String template, List<ContentItem> children) {
        return item(relationship, name, new ContentValue.Container(true, template), children);
    }

    static ContentItem code(Relationship relationship, CodedEntry name, CodedEntry code) {
        return item(relationship, name, new ContentValue.Coded(code), List.of());
    }

    static ContentItem text(Relationship relationship, CodedEntry name, String text) {
        return item(relationship, name, new ContentValue.Text(text), List.of());
    }

    static ContentItem uid(Relationship relationship, CodedEntry name, String uid) {
        return item(relationship, name, new ContentValue.UidReference(uid), List.of());
    }
}
