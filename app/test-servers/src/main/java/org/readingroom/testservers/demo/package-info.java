/// What the demo department of the two servers holds: who the patients are, why pictures were asked for, what is
/// known from earlier. All of it is invented. First class to read: `DemoCases`.
@NullMarked
package org.readingroom.testservers.demo;

import org.jspecify.annotations.NullMarked;
