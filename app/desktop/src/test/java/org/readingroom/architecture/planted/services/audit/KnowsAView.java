package org.readingroom.architecture.planted.services.audit;

import org.readingroom.architecture.Breaks;
import org.readingroom.architecture.planted.report.ui.View;

@Breaks("services know no view and no desk")
record KnowsAView(View view) {}
