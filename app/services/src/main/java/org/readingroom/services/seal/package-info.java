/// The one way into and out of encryption at rest. Everything that names or describes a patient passes
/// through a [org.readingroom.services.seal.Seal] before it touches the disk; no other class of the
/// services encrypts. First class to read: `Seal`.
@NullMarked
package org.readingroom.services.seal;

import org.jspecify.annotations.NullMarked;
