/// The servers of a small hospital on loopback, to try the workstation with and to test it against: Orthanc as
/// archive, HAPI FHIR as information system, both filled with a demo department. Never part of the program.
/// First class to read: `ServersMain`.
@NullMarked
package org.readingroom.testservers;

import org.jspecify.annotations.NullMarked;
