package org.readingroom.architecture;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/// Marks a class planted to break the rule of this name.
@Retention(RetentionPolicy.RUNTIME)
public @interface Breaks {
    String value();
}
