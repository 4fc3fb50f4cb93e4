//! Writes the PDF of a made-up citizen: `cargo run -p letasyl-pdf --example sample -- out.pdf [full|bare|hard]`.

#[path = "../tests/citizens/mod.rs"]
mod citizens;

use std::env;
use std::error::Error;
use std::fs;
use std::time::Instant;

fn main() -> Result<(), Box<dyn Error>> {
    let path = env::args().nth(1).ok_or("say where to write the PDF")?;
    let citizen = match env::args().nth(2).as_deref() {
        Some("bare") => citizens::bare(),
        Some("hard") => citizens::hard(),
        _ => citizens::full(),
    };
    let start = Instant::now();
    let pdf = letasyl_pdf::render(&citizen, citizens::FETCHED_AT)?;
    println!("{} bytes in {:?}", pdf.len(), start.elapsed());
    fs::write(path, pdf)?;
    Ok(())
}
