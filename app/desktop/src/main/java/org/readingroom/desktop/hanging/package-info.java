/// Hanging protocols at work: what is on the desk is hung by the rules of `viewer.hanging`, and
/// rules are made of it.
///
/// First read: [HangingModel], which hangs; then [ProtocolShelf], the protocols of one person; then
/// [ExampleRules], which makes one of what is on the desk.
@NullMarked
package org.readingroom.desktop.hanging;

import org.jspecify.annotations.NullMarked;
