/// What tests of every room share: real data, tolerances, planted breaches.
@NullMarked
package org.readingroom.viewer.testing;

import org.jspecify.annotations.NullMarked;
