package org.readingroom.architecture.planted.services.sync;

import org.bouncycastle.cms.CMSSignedData;
import org.readingroom.architecture.Breaks;

@Breaks("Bouncy Castle lives where keys and signatures do")
record Signs(CMSSignedData data) {}
