package org.readingroom.desktop.boot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.DirectoryChooser;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.desk.PictureMaker;
import org.readingroom.desktop.fx.FxLane;
import org.readingroom.desktop.fx.Theme;
import org.readingroom.desktop.fx.Words;
import org.readingroom.desktop.settings.HomeFolders;
import org.readingroom.desktop.settings.RendererWish;
import org.readingroom.desktop.settings.WindowMemory;
import org.readingroom.desktop.signin.FirstUserView;
import org.readingroom.desktop.signin.FirstUserViewModel;
import org.readingroom.desktop.signin.GateView;
import org.readingroom.desktop.signin.HomeChoice;
import org.readingroom.desktop.signin.SignInView;
import org.readingroom.desktop.signin.SignInView.DemoUser;
import org.readingroom.desktop.signin.SignInViewModel;
import org.readingroom.desktop.signin.StartView;
import org.readingroom.desktop.signin.StartViewModel;
import org.readingroom.desktop.tour.Backstage;
import org.readingroom.desktop.tour.DemoLine;
import org.readingroom.desktop.tour.MixedFiles;
import org.readingroom.desktop.tour.Puppet;
import org.readingroom.desktop.tour.Tour;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.Session;
import org.readingroom.services.identity.Role;
import org.readingroom.viewer.gpu.jogl.JoglCard;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.render.RenderException;
import org.readingroom.viewer.render.Renderer;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.LaneRunner;
import org.readingroom.viewer.task.Priority;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one window from start to end: opening a home, signing in, working, locking, leaving.
///
/// **Thread:** FX.
final class Desktop {
    private static final Logger LOG = LoggerFactory.getLogger(Desktop.class);

    /// chosen: a common desktop monitor; the pictures of the guide have this size.
    private static final double TOUR_WIDTH = 1600;

    private static final double TOUR_HEIGHT = 1000;

    private final Stage stage;
    private final StartOptions options;
    private final FxLane fx;
    private final LaneRunner lanes;
    private final Words words;
    private final BooleanProperty demo = new SimpleBooleanProperty();
    private final GateView gate;
    private final StackPane root = new StackPane();
    private final PictureMaker maker;
    private @Nullable Home home;
    private volatile @Nullable WindowMemory memory;
    private @Nullable Workplace workplace;
    private @Nullable IdleWatch idle;

    Desktop(Stage stage, StartOptions options, FxLane fx, LaneRunner lanes) {
        this.stage = stage;
        this.options = options;
        this.fx = fx;
        this.lanes = lanes;
        this.words = new Words(options.locale());
        this.gate = new GateView(words, demo);
        this.maker = new PictureMaker(lanes, this::openGpu);
    }

    void begin() {
        Path own = options.own();
        Path invented = options.invented();
        showWindow(WindowMemory.of(options.remembered()));
        if (options.tourFolder() != null) {
            words.speak(options.locale());
            tour(options.tourFolder(), invented);
        } else if (options.demo()) {
            open(new HomeChoice(invented, true), own, invented);
        } else if (HomeFolders.isThere(own)) {
            open(new HomeChoice(own, false), own, invented);
        } else if (HomeFolders.isThere(invented)) {
            open(new HomeChoice(invented, true), own, invented);
        } else {
            ask(own, invented).begin();
        }
    }

    /// Plays the demo line once the window is there and ends the program after it. It begins as if there were no
    /// home at all, beside that of the demo department.
    private void tour(Path folder, Path invented) {
        Path own = invented.resolveSibling("own");
        Path mixed = invented.resolveSibling("mixed");
        try {
            MixedFiles.write(mixed);
        } catch (IOException e) {
            LOG.error("the tour has nothing to import", e);
        }
        stage.setMaximized(false);
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(TOUR_WIDTH);
        stage.setHeight(TOUR_HEIGHT);
        Scene scene = stage.getScene();
        DemoLine line = new DemoLine(
                new Puppet(scene),
                this::backstage,
                () -> {
                    if (home != null) {
                        home.close();
                    }
                    open(new HomeChoice(invented, true), own, invented);
                },
                List.of(mixed),
                options.locale());
        new Tour(scene, line.steps(), folder, () -> settle(Platform::exit), fault -> {
                    LOG.error("the tour stopped", fault);
                    settle(Platform::exit);
                })
                .play();
        ask(own, invented).begin();
    }

    /// What whoever plays the window looks at; empty while nobody is signed in.
    Optional<Backstage> backstage() {
        return Optional.ofNullable(workplace);
    }

    /// Puts the open study away, as signing out does.
    void putAway() {
        if (workplace != null) {
            workplace.settle(() -> {});
        }
    }

    /// Ends everything in order: work, session, home.
    void end() {
        if (memory != null && home != null) {
            WindowBounds.keep(stage, memory);
            memory.save();
        }
        leaveWork();
        maker.close();
        if (home != null) {
            home.close();
        }
    }

    /// The card's renderer, unless the person wants the processor.
    private Renderer openGpu() throws RenderException {
        if (memory != null && memory.text("renderer").orElse("").equals(RendererWish.CPU.name())) {
            throw new RenderException("viewer.renderer.switched-off", List.of(), "the processor was asked for", null);
        }
        return JoglCard.real().open();
    }

    private void showWindow(WindowMemory remembered) {
        words.speak(Locale.forLanguageTag(
                remembered.text("language").orElse(options.locale().toLanguageTag())));
        root.getChildren().setAll(gate);
        Scene scene = new Scene(root);
        Theme.dress(scene);
        stage.titleProperty().bind(words.text("desktop.title"));
        stage.setMinWidth(960);
        stage.setMinHeight(600);
        stage.setScene(scene);
        WindowBounds.restore(stage, remembered);
        stage.setOnCloseRequest(event -> {
            event.consume();
            settle(Platform::exit);
        });
        stage.show();
    }

    private StartView ask(Path own, Path invented) {
        StartViewModel<Home> model = new StartViewModel<>(options::open, lanes, fx, this::opened);
        StartView view = new StartView(
                model,
                words,
                new HomeChoice(invented, true),
                new HomeChoice(own, false),
                () -> chosenFolder().ifPresent(folder -> open(new HomeChoice(folder, false), own, invented)));
        gate.show(view);
        return view;
    }

    private void open(HomeChoice choice, Path own, Path invented) {
        StartViewModel<Home> model = new StartViewModel<>(options::open, lanes, fx, this::opened);
        gate.show(new StartView(
                model,
                words,
                new HomeChoice(invented, true),
                new HomeChoice(own, false),
                () -> chosenFolder().ifPresent(folder -> open(new HomeChoice(folder, false), own, invented))));
        model.open(choice);
    }

    private Optional<Path> chosenFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(words.get("desktop.start.other"));
        return Optional.ofNullable(chooser.showDialog(stage)).map(java.io.File::toPath);
    }

    private void opened(Home opened) {
        home = opened;
        Optional.ofNullable(options.servers()).ifPresent(opened::offer);
        memory = WindowMemory.of(opened.folder());
        demo.set(opened.isDemo());
        boolean hasUsers;
        try {
            hasUsers = opened.hasUsers();
        } catch (WorkstationException e) {
            LOG.error("the users of the home cannot be read", e);
            hasUsers = true;
        }
        if (hasUsers) {
            askWho(opened);
        } else {
            askFirstUser(opened);
        }
    }

    private void askFirstUser(Home opened) {
        FirstUserViewModel model = new FirstUserViewModel(opened::createFirstUser, lanes, created -> {
            Objects.requireNonNull(memory).keep("last-user", created);
            askWho(opened);
        });
        FirstUserView view = new FirstUserView(model, words);
        gate.show(view);
        view.begin();
    }

    private void askWho(Home opened) {
        SignInViewModel<Session> model = new SignInViewModel<>(new SessionDoor(opened), lanes, this::enter);
        if (memory != null) {
            memory.text("last-user").ifPresent(model.loginNameProperty()::set);
        }
        SignInView view = new SignInView(model, words, opened.isDemo() ? demoUsers() : List.of(), false);
        gate.show(view);
        root.getChildren().setAll(gate);
        view.begin();
    }

    private void enter(Session session) {
        WindowMemory remembered = Objects.requireNonNull(memory);
        String who = session.user().loginName();
        remembered.keep("last-user", who);
        remembered.text("language." + who).map(Locale::forLanguageTag).ifPresent(words::speak);
        Workplace entered = new Workplace(
                Objects.requireNonNull(home),
                session,
                stage,
                words.guest(),
                lanes,
                fx,
                maker,
                remembered,
                this::lock,
                () -> leave(session));
        workplace = entered;
        idle = new IdleWatch(entered.idleMinutes(), this::lock);
        root.getChildren().setAll(entered.view());
        // The form that had the focus is gone; the toolkit looks for a new owner first.
        fx.execute(entered::begin);
    }

    /// Covers the window until the same person's password is given; the session stays as it is.
    private void lock() {
        Workplace covered = workplace;
        if (covered == null || !root.getChildren().contains(covered.view())) {
            return;
        }
        SignInViewModel<Workplace> model = new SignInViewModel<>(covered::proveBack, lanes, proved -> {
            root.getChildren().setAll(covered.view());
            fx.execute(covered::returned);
        });
        model.loginNameProperty().set(covered.cover());
        SignInView view = new SignInView(model, words, List.of(), true);
        gate.show(view);
        root.getChildren().setAll(gate);
        view.begin();
    }

    /// Closing a session may have to wait for a server that does not answer.
    private void leave(Session session) {
        settle(() -> {
            leaveWork();
            Label leaving = new Label(words.get("desktop.signin.leaving"));
            leaving.setId("leaving");
            gate.show(leaving);
            root.getChildren().setAll(gate);
            lanes.start(
                    Lane.IO,
                    Priority.ON_SCREEN,
                    () -> {
                        session.close();
                        return session;
                    },
                    left -> askWho(Objects.requireNonNull(home)),
                    fault -> {
                        LOG.error("a session was not closed well", fault);
                        askWho(Objects.requireNonNull(home));
                    });
        });
    }

    private void leaveWork() {
        if (idle != null) {
            idle.stop();
            idle = null;
        }
        if (workplace != null) {
            workplace.close();
            workplace = null;
        }
    }

    private void settle(Runnable then) {
        if (workplace == null) {
            then.run();
        } else {
            workplace.settle(then);
        }
    }

    private static List<DemoUser> demoUsers() {
        return List.of(
                new DemoUser("radiologist", "demo", Role.RADIOLOGIST.messageKey()),
                new DemoUser("senior", "demo", Role.SENIOR.messageKey()),
                new DemoUser("resident", "demo", Role.TRAINEE.messageKey()));
    }
}
