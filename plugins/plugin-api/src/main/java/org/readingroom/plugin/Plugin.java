package org.readingroom.plugin;

import java.util.Set;

/// A plug-in: it says who it is and what it needs, and contributes what it can.
///
/// Found by [java.util.ServiceLoader]; made with a public constructor without arguments, which must do nothing.
/// It gets what it asks for and never the application. One that throws, from here or from anything it contributed,
/// is switched off for the session, named to the person and audited.
///
/// **Thread:** the loader calls these from any lane but `fx`.
public interface Plugin {
    /// Short, unique and the same for ever: `imagej`. Message keys of the plug-in start with `plugin.` and this.
    String id();

    /// What the application must offer, else the plug-in stays off.
    Set<Capability> requires();

    /// Hands over what the plug-in adds; called once.
    void contribute(Contributions contributions);

    /// The contract the plug-in was built for.
    ApiVersion builtFor();
}
