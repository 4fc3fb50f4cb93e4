//! The site's entry point: puts the app into the page.

fn main() {
    letasyl_web::mount();
}
