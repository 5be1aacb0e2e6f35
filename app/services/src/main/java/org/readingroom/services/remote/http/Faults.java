package org.readingroom.services.remote.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.readingroom.services.link.ServerFault;

/// What a status or a broken connection means.
final class Faults {
    private Faults() {}

    static ServerFault ofStatus(int status) {
        return switch (status) {
            case 401, 407 -> ServerFault.SIGNED_OUT;
            case 403 -> ServerFault.FORBIDDEN;
            case 404, 410 -> ServerFault.MISSING;
            case 408, 423, 425, 429, 503 -> ServerFault.BUSY;
            case 409, 412 -> ServerFault.CONFLICT;
            case 413 -> ServerFault.TOO_LARGE;
            case 501, 505 -> ServerFault.REFUSED;
            default -> {
                if (status >= 500) {
                    yield ServerFault.BROKEN;
                }
                if (status >= 400) {
                    yield ServerFault.REFUSED;
                }
                yield status >= 300 ? ServerFault.REDIRECTED : ServerFault.GARBLED;
            }
        };
    }

    /// `answered` when the head of an answer was there already.
    static ServerFault of(IOException broken, boolean answered) {
        if (broken instanceof InterruptedIOException) {
            return ServerFault.SILENT;
        }
        if (broken instanceof SSLException) {
            return ofTls(broken);
        }
        if (broken instanceof UnknownHostException
                || broken instanceof ConnectException
                || broken instanceof NoRouteToHostException) {
            return ServerFault.UNREACHABLE;
        }
        return answered || broken instanceof ProtocolException ? ServerFault.GARBLED : ServerFault.UNREACHABLE;
    }

    private static ServerFault ofTls(IOException broken) {
        if (broken instanceof SSLPeerUnverifiedException || has(broken, CertificateException.class)) {
            return ServerFault.WRONG_CERTIFICATE;
        }
        if (has(broken, EOFException.class)) {
            return ServerFault.UNREACHABLE;
        }
        // It ended the handshake because it does not like the certificate this desk shows, or misses one.
        boolean isAlert = String.valueOf(broken.getMessage()).contains("fatal alert");
        return isAlert ? ServerFault.SIGNED_OUT : ServerFault.GARBLED;
    }

    private static boolean has(Throwable broken, Class<? extends Throwable> kind) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
