package org.readingroom.desktop.hospital;

import javafx.collections.ListChangeListener;
import org.readingroom.desktop.command.Command;
import org.readingroom.desktop.command.CommandTips;
import org.readingroom.desktop.fx.StatusViewModel;
import org.readingroom.desktop.fx.Words;
import org.readingroom.services.link.LinkStatus;

/// Keeps the links in the status line as they are, in the language of the moment.
///
/// **Thread:** FX.
// [impl->req~hospital.link-state~1]
public final class LinkLine {
    private LinkLine() {}

    /// `tell` is the command that shows the links in full; the tooltip names its key.
    public static void show(LinksModel links, StatusViewModel status, Words words, Command tell) {
        Runnable fill = () -> {
            status.linksTipProperty()
                    .set(LinkWords.account(words, links.statuses()) + "\n" + CommandTips.line(tell, words));
            status.links().setAll(LinkWords.signs(words, links.statuses()));
        };
        links.statuses().addListener((ListChangeListener<LinkStatus>) change -> fill.run());
        words.messagesProperty().subscribe(fill);
        tell.shortcutProperty().subscribe(fill);
        status.onLinksProperty().set(tell.action());
        fill.run();
    }
}
