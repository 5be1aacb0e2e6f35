package org.readingroom.services.link;

/// Told by every client of a server how its requests went, so that a loss is noticed by the first who sees it.
///
/// **Thread:** any.
public interface LinkWitness {
    /// Whether a request may go out now; false during a drill.
    boolean isOpen();

    /// The server answered, whatever it said.
    void answered();

    /// The server could not be reached or fell silent; `messageKey` says how.
    void unreachable(String messageKey);

    /// For a client nobody watches.
    LinkWitness NONE = new LinkWitness() {
        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void answered() {}

        @Override
        public void unreachable(String messageKey) {}
    };
}
