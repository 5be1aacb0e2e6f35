/// The request form of an order: why the study was asked for, and what is known of the patient. First class to read:
/// `RequestModel`.
@NullMarked
package org.readingroom.desktop.request;

import org.jspecify.annotations.NullMarked;
