package org.readingroom.desktop.plugin;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.readingroom.plugin.ApiVersion;
import org.readingroom.plugin.Capability;
import org.readingroom.plugin.Contributions;
import org.readingroom.plugin.ParameterValues;
import org.readingroom.plugin.PixelOperation;
import org.readingroom.plugin.Plugin;
import org.readingroom.plugin.RoiStatisticsProvider;
import org.readingroom.plugin.Slice;
import org.readingroom.plugin.SuggestionSourceMaker;
import org.readingroom.report.suggest.ReportArchive;
import org.readingroom.report.suggest.SuggestionSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Holds the plug-ins of the session. One that throws is switched off and told about; the others go on.
///
/// **Thread:** any; loading on `io`.
// [impl->req~shell.plugins~1]
public final class PluginHost {
    /// Told of each plug-in that is switched off, with what it threw.
    @FunctionalInterface
    public interface Reporter {
        void switchedOff(String pluginId, Throwable why);
    }

    /// A pixel operation and the plug-in it came from.
    public record Offered(String pluginId, PixelOperation operation) {}

    private record OfferedSource(String pluginId, SuggestionSourceMaker maker) {}

    private static final Logger LOG = LoggerFactory.getLogger(PluginHost.class);
    private static final Set<Capability> OFFERED =
            Set.of(Capability.PIXEL_OPERATIONS, Capability.ROI_STATISTICS, Capability.SUGGESTIONS);

    private final Reporter reporter;
    private final List<Offered> operations = new ArrayList<>();
    private final List<OfferedSource> sources = new ArrayList<>();
    private final Set<String> off = ConcurrentHashMap.newKeySet();

    public PluginHost(Reporter reporter) {
        this.reporter = reporter;
    }

    /// Finds what is on the class path.
    public void load() {
        Iterator<Plugin> found = ServiceLoader.load(Plugin.class).iterator();
        while (true) {
            try {
                if (!found.hasNext()) {
                    return;
                }
                admit(found.next());
            } catch (ServiceConfigurationError e) {
                reporter.switchedOff("?", e);
            }
        }
    }

    /// Takes one plug-in in, unless it throws, wants what is not offered or was built for another contract.
    public void admit(Plugin plugin) {
        String id = plugin.getClass().getName();
        try {
            id = plugin.id();
            if (!ApiVersion.CURRENT.runs(plugin.builtFor()) || !OFFERED.containsAll(plugin.requires())) {
                LOG.warn("plug-in {} stays off: built for {}, requires {}", id, plugin.builtFor(), plugin.requires());
                return;
            }
            List<Offered> mine = new ArrayList<>();
            List<OfferedSource> mySources = new ArrayList<>();
            String owner = id;
            plugin.contribute(new Contributions() {
                @Override
                public void pixelOperation(PixelOperation operation) {
                    mine.add(new Offered(owner, operation));
                }

                @Override
                public void roiStatistics(RoiStatisticsProvider provider) {
                    // Statistics on the screen are our own; the provider serves to compare in tests.
                }

                @Override
                public void suggestions(SuggestionSourceMaker maker) {
                    mySources.add(new OfferedSource(owner, maker));
                }
            });
            synchronized (operations) {
                operations.addAll(mine);
                sources.addAll(mySources);
            }
        } catch (Exception | LinkageError e) {
            switchOff(id, e);
        }
    }

    /// The operations of the plug-ins that are on.
    public List<Offered> operations() {
        synchronized (operations) {
            return operations.stream()
                    .filter(offered -> !off.contains(offered.pluginId()))
                    .toList();
        }
    }

    /// The result of an operation; empty when the plug-in is off, threw, or gave back another shape.
    public Optional<Slice> apply(Offered offered, Slice slice, ParameterValues values) {
        if (off.contains(offered.pluginId())) {
            return Optional.empty();
        }
        try {
            Slice result = offered.operation().apply(slice, values);
            if (result.rows() != slice.rows() || result.columns() != slice.columns()) {
                throw new IllegalStateException("a slice of another shape came back");
            }
            return Optional.of(result);
        } catch (Exception | LinkageError | OutOfMemoryError e) {
            switchOff(offered.pluginId(), e);
            return Optional.empty();
        }
    }

    /// The sources of suggestions of the plug-ins that are on, each over `archive`; one that throws answers nothing
    /// more.
    public List<SuggestionSource> sources(ReportArchive archive) {
        List<OfferedSource> all;
        synchronized (operations) {
            all = List.copyOf(sources);
        }
        List<SuggestionSource> opened = new ArrayList<>();
        for (OfferedSource offered : all) {
            String id = offered.pluginId();
            try {
                opened.add(new GuardedSource(
                        offered.maker().open(archive), () -> !off.contains(id), why -> switchOff(id, why)));
            } catch (Exception | LinkageError e) {
                switchOff(id, e);
            }
        }
        return opened;
    }

    private void switchOff(String id, Throwable why) {
        if (off.add(id)) {
            LOG.error("plug-in {} is switched off", id, why);
            reporter.switchedOff(id, why);
        }
    }
}
