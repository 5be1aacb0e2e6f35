/// What objects that are not images share: coded entries and references to other instances.
///
/// First read: [CodedEntry], then [InstanceReference].
@NullMarked
package org.readingroom.viewer.coded;

import org.jspecify.annotations.NullMarked;
