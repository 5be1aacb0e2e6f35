/// Carries requests to servers over HTTP: connections, trust, times, and what a failure means.
@NullMarked
package org.readingroom.services.remote.http;

import org.jspecify.annotations.NullMarked;
