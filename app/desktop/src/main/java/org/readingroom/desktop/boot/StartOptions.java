package org.readingroom.desktop.boot;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.settings.HomeFolders;
import org.readingroom.desktop.signin.HomeChoice;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.HomeOptions;
import org.readingroom.services.link.HospitalSettings;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

/// How the desktop was asked to start.
///
/// `home` is null for the usual folder of this person; `demo` asks for a home of invented people and studies;
/// `tourFolder` is where the demo line puts its pictures, null for an ordinary start. `servers` is
/// offered to the home that is opened, null for nothing new; `homeOptions` are what a home works with.
public record StartOptions(
        @Nullable Path home,
        boolean demo,
        Locale locale,
        @Nullable Path tourFolder,
        @Nullable HospitalSettings servers,
        HomeOptions homeOptions) {

    public StartOptions(@Nullable Path home, boolean demo, Locale locale, @Nullable Path tourFolder) {
        this(home, demo, locale, tourFolder, null);
    }

    public StartOptions(
            @Nullable Path home,
            boolean demo,
            Locale locale,
            @Nullable Path tourFolder,
            @Nullable HospitalSettings servers) {
        this(home, demo, locale, tourFolder, servers, HomeOptions.defaults());
    }

    /// Where this person's own home is.
    Path own() {
        return home == null ? HomeFolders.ofThisPerson().own() : home;
    }

    /// Where the home of invented people is.
    Path invented() {
        return home == null ? HomeFolders.ofThisPerson().demo() : home;
    }

    /// The home whose memory of the window is used until one is open.
    Path remembered() {
        return demo || !HomeFolders.isThere(own()) ? invented() : own();
    }

    /// Opens the home that was chosen; blocks.
    Home open(HomeChoice choice, Progress progress) throws WorkstationException {
        return choice.demo()
                ? Home.openOrCreateDemo(choice.folder(), homeOptions, progress)
                : Home.openOrCreate(choice.folder(), homeOptions);
    }

    public static StartOptions usual() {
        return new StartOptions(null, false, Locale.getDefault(), null);
    }
}
