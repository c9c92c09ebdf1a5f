import "./components/kurs-site-header.ts";
import "./pages/kurs-app.ts";
