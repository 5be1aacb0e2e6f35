/// Objects that are not images, beside and over the pictures: documents, key images, presentation states, regions,
/// and every attribute of an instance.
///
/// Nothing is parsed here. First read: [StudyObjects], then [ObjectsModel].
@NullMarked
package org.readingroom.desktop.objects;

import org.jspecify.annotations.NullMarked;
