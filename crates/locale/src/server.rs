//! What the backend says in the bodies of its errors.

word_group! {
    /// Fixed words of the backend's error bodies: for each kind of problem its title and what to do.
    pub struct ServerWords {
        invalid = "Forespørgslen har fejl", "The request has errors";
        invalid_detail = "Ret fejlene, og send forespørgslen igen.", "Correct the errors and send the request again.";
        unauthorised = "Du er ikke logget ind", "You are not signed in";
        unauthorised_detail = "Sessionen findes ikke eller er udløbet. Log ind, og prøv igen.", "There is no session, or it has expired. Sign in and try again.";
        unknown_user = "Brugeren findes ikke", "The user does not exist";
        unknown_user_detail = "Vælg en af demobrugerne, og prøv igen.", "Choose one of the demo users and try again.";
        forbidden = "Du har ikke adgang", "You don't have access";
        forbidden_operation_detail = "Din organisation må ikke bruge denne metode.", "Your organisation may not use this method.";
        forbidden_citizen_detail = "Borgeren er ikke tilknyttet din organisation, og metoden må kun bruges til egne borgere.", "The citizen is not attached to your organisation, and the method is for own citizens only.";
        other_origin_detail = "Ændringer modtages kun fra tjenestens egne sider.", "Changes are accepted from the service's own pages only.";
        bad_host = "Headeren Host mangler eller er forkert", "The header Host is missing or wrong";
        bad_host_detail = "Send den én gang.", "Send it once.";
        other_host = "Demoen findes ikke under dette navn", "The demo is not found under this name";
        other_host_detail = "Demoen kan nås som localhost. Andre adresser angives med --origin, når tjenesten startes.", "The demo can be reached as localhost. Other addresses are named with --origin when the service is started.";
        head_too_large = "Forespørgslens headere er for store", "The request's headers are too large";
        head_too_large_detail = "Adresse og headere må tilsammen højst fylde 64 KiB.", "The address and headers may take 64 KiB at most.";
        not_found = "Findes ikke", "Not found";
        not_found_path_detail = "Der er intet på denne adresse.", "There is nothing at this address.";
        not_found_text_detail = "Der er ingen dynamisk tekst med dette id. Den kan være slettet.", "There is no dynamic text with this id. It may have been deleted.";
        demo_only_detail = "Demobrugere findes kun, når tjenesten er startet med demodata.", "There are demo users only when the service was started with demo data.";
        method_not_allowed = "Metoden er ikke tilladt", "Method not allowed";
        method_not_allowed_detail = "Adressen findes, men ikke med denne HTTP-metode. Headeren Allow viser de mulige.", "The address exists, but not with this HTTP method. The header Allow lists those that do.";
        repeated = "Allerede modtaget", "Already received";
        repeated_detail = "En forespørgsel med samme x-requestId er allerede modtaget. Intet er ændret denne gang.", "A request with the same x-requestId has already been received. Nothing was changed this time.";
        too_many_attempts = "For mange forsøg på at logge ind", "Too many attempts to sign in";
        too_many_attempts_detail = "Vent lidt, og prøv igen. Headeren Retry-After viser hvor længe.", "Wait a little and try again. The header Retry-After tells how long.";
        too_many_calls = "For mange forespørgsler på kort tid", "Too many requests in a short time";
        body_too_slow = "Forespørgslen kom ikke frem i tide", "The request did not arrive in time";
        body_too_slow_detail = "Indholdet blev ikke modtaget inden for fristen. Intet er ændret. Prøv igen.", "The content was not received in time. Nothing was changed. Try again.";
        too_large = "Forespørgslen er for stor", "The request is too large";
        too_large_detail = "Indholdet må højst fylde 1 MiB, og 4 KiB når du logger ind.", "The content may be at most 1 MiB, and 4 KiB when signing in.";
        media_type = "Forkert indholdstype", "Wrong media type";
        media_type_detail = "Indholdet skal sendes som application/json.", "The content must be sent as application/json.";
        no_such_person = "Personen findes ikke", "The person does not exist";
        no_such_person_detail = "Kontrollér CPR-nummeret, og prøv igen.", "Check the CPR number and try again.";
        dead = "Borgeren er død", "The citizen is deceased";
        dead_detail = "Der kan ikke hentes eller overføres data om borgeren.", "No data about the citizen can be read or transferred.";
        operator_timeout = "Asyloperatøren svarede ikke i tide", "The asylum operator did not answer in time";
        operator_timeout_detail = "Prøv igen om lidt.", "Try again in a while.";
        operator_failed = "Data kunne ikke hentes fra asyloperatøren", "The data could not be fetched from the asylum operator";
        operator_failed_detail = "Fejlen ligger mellem STAR og asyloperatøren. Prøv igen senere.", "The fault lies between STAR and the asylum operator. Try again later.";
        internal = "Intern fejl", "Internal error";
        internal_detail = "Tjenesten kunne ikke svare. Prøv igen; hjælper det ikke, så oplys sporings-id'et fra headeren x-trace-id.", "The service could not answer. Try again; if that does not help, quote the trace id from the header x-trace-id.";
        unavailable = "Tjenesten er ikke klar", "The service is not ready";
        unavailable_detail = "Databasen svarer ikke.", "The database does not answer.";
    }
}
