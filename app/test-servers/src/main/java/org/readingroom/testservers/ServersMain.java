package org.readingroom.testservers;

import static org.readingroom.testservers.ServersException.words;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/// `start | stop | status` of the servers in one folder; ends with 0 when it was done, or when both serve.
///
/// `--folder DIR` where they live, `--studies DIR` more studies to fill in, `--empty` fills in nothing,
/// `--fresh` forgets what is there unless it is being served, `--owner PID` ends them with that process.
public final class ServersMain {
    private final PrintStream out;

    ServersMain(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, java.nio.charset.StandardCharsets.UTF_8);
        try {
            System.exit(new ServersMain(out).run(List.of(arguments)));
        } catch (ServersException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    int run(List<String> arguments) throws IOException, InterruptedException {
        Hospital hospital = new Hospital(Path.of(value(arguments, "--folder", ".readingroom/servers")));
        return switch (arguments.isEmpty() ? "" : arguments.getFirst()) {
            case "start" -> start(hospital, arguments);
            case "stop" -> stop(hospital);
            case "status" -> tell(hospital);
            default -> {
                out.println(words("servers start | stop | status", "servers start | stop | status（启动 | 停止 | 状态）"));
                yield 2;
            }
        };
    }

    private int start(Hospital hospital, List<String> arguments) throws IOException, InterruptedException {
        String studies = value(arguments, "--studies", "");
        Path real = studies.isEmpty() || !Files.isDirectory(Path.of(studies)) ? null : Path.of(studies);
        if (arguments.contains("--fresh")) {
            hospital.forgetUnlessUp();
        }
        hospital.start(!arguments.contains("--empty"), real, Long.parseLong(value(arguments, "--owner", "0")));
        return tell(hospital);
    }

    private int stop(Hospital hospital) throws IOException, InterruptedException {
        hospital.stop();
        out.println(words("The servers are stopped.", "服务器已停止。"));
        return 0;
    }

    private static String value(List<String> arguments, String option, String usual) {
        int at = arguments.indexOf(option);
        return at >= 0 && at + 1 < arguments.size() ? arguments.get(at + 1) : usual;
    }

    private int tell(Hospital hospital) throws IOException, InterruptedException {
        Hospital.Status status = hospital.status();
        ServerState state = status.state();
        if (state == null) {
            out.println(words("The servers were never started here.", "服务器从未在此启动。"));
            return 1;
        }
        out.println("PACS  " + state.dicomWeb() + "  " + held(status.studies(), "studies", "项检查"));
        out.println("      " + Orthanc.AE_TITLE + "@127.0.0.1:" + state.dimsePort());
        out.println("RIS   " + state.fhir() + "  " + held(status.orders(), "orders", "份申请"));
        if (status.isUp()) {
            out.println(
                    words("A desk is connected by:  ", "工作站连接：") + "./readingroom --servers " + hospital.settings());
        }
        return status.isUp() ? 0 : 1;
    }

    private static String held(OptionalInt count, String english, String chinese) {
        return count.isEmpty()
                ? words("does not answer", "没有应答")
                : words(count.getAsInt() + " " + english, count.getAsInt() + " " + chinese);
    }
}
