/// What the tests of the services build on: small invented DICOM files and quick homes.
@NullMarked
package org.readingroom.services.testing;

import org.jspecify.annotations.NullMarked;
